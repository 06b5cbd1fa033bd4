export * from './decisions.ts';
export * from './inputs.ts';
export * from './names.ts';
export * from './refusals.ts';
