export { default } from '../../../../commands/check-links.ts';
