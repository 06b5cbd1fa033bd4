export { addHistograms, medianOf, type Histogram } from './histogram.ts';
export {
  AskCoverage,
  AskSiteLog,
  AskEvents,
  AskTable,
  ListCoverage,
  ListSiteRecords,
  OneCounty,
  OneSite,
  fieldCodes,
  OpenNumber,
  pageSize,
  paperAddresses,
  refusals,
  type FieldCode,
  type Refusal,
} from './inputs.ts';
export {
  countedEntries,
  definitionsInForce,
  groupNames,
  groups,
  measureRules,
  measures,
  type Adds,
  type CountedEntry,
  type EntryRule,
  type Group,
  type Measure,
  type MeasureRule,
  type Source,
} from './measures.ts';
export {
  boundsOf,
  Period,
  periodBeside,
  periodKindNames,
  periodKinds,
  periodName,
  periodOf,
  type Bounds,
  type PeriodKind,
} from './period.ts';
export {
  longestStrikeOffList,
  sheetOf,
  strikeOffSheetNames,
  strikeOffSheets,
  type StrikeOffSheet,
} from './strike-off.ts';
export {
  categoriesOfStudy,
  recordsOfRule,
  roomRuleNames,
  roomRules,
  roomRuleUnits,
  siteRecords,
  siteRecordSentences,
  type RoomRule,
  type SiteRecords,
} from './site-records.ts';
export { checksOf, sixHaveNames, sixHaves, type Check, type Registered, type SixHave } from './standard.ts';
