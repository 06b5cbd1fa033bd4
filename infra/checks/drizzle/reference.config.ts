import { configOf } from './sets.ts';

export default configOf('reference');
