export { default } from '../../../../commands/stats.ts';
