export { getBroughtIn, listBroughtIn } from './brought-in.ts';
export { getFollow } from './get-follow.ts';
export { getIssue } from './get-issue.ts';
export { listForDepartment, listIssues, type Cursor, type IssueRow } from './list-issues.ts';
export { countSettled, getPublished, listSettled } from './published.ts';
