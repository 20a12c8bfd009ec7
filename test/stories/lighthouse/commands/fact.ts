export { default } from '../../../../commands/fact.ts';
