import { configOf } from './sets.ts';

export default configOf('municipality');
