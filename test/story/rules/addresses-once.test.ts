import { addressesOnce } from '../../../src/story/rules/addresses-once.ts';
import { proves } from './cases.ts';

const address = (url: string) => ({ 'sources.sources.minutes.url': url });
const problem = ['sources.yaml · sources › minutes › url: has the address of "echo-report"'];

proves(addressesOnce, [
  [
    'two sources with one address',
    address('https://echo.example/clock'),
    problem,
    address('https://echo.example/bell'),
  ],
  [
    'an address that differs in what follows a question mark',
    address('https://www.echo.example/clock/?utm_source=feed#top'),
    problem,
    address('https://minutes.example/clock'),
  ],
]);
