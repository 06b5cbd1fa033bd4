export { DomainError, ensure, no, unlessRefused, yes, type Decision, type Kind } from './decision.ts';
export { newId, isId, type Id } from './id.ts';
export {
  anonymous,
  system,
  roles,
  holds,
  scopeOf,
  type Actor,
  type AccountActor,
  type ResidentActor,
  type Grant,
  type Place,
  type Role,
} from './actor.ts';
export { locales, type Locale, type Message, type Messages, textOf } from './message.ts';
export { endOfDay, startOfDay, civilDay, cityZone, meantTime } from './time.ts';
export { canonicalJson, type Json } from './canonical-json.ts';
export { secretWord, secretDigits } from './secret-word.ts';
export {
  findPersonal,
  personalKindsIn,
  personalNames,
  withoutPersonal,
  type PersonalKind,
} from './personal.ts';
export { pageOf, type Page } from './page.ts';
