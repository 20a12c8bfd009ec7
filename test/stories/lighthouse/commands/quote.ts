export { default } from '../../../../commands/quote.ts';
