export { getFollow } from './get-follow.ts';
export { getIssue, readHistory } from './get-issue.ts';
export {
  issueColumns,
  listForDepartment,
  listIssues,
  pageSize,
  type Cursor,
  type IssueRow,
} from './list-issues.ts';
export { countSettled, getPublished, listSettled } from './published.ts';
export { reachOf, within } from './reach.ts';
