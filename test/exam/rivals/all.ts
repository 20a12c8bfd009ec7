import { flexsearch } from './flexsearch.ts';
import { fuseDefault } from './fuse-default.ts';
import { fuseTuned } from './fuse-tuned.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { Rival } from './rival.ts';

/** Whom we are compared with, on the same rows. */
export const rivals: readonly Rival[] = [fuseDefault, fuseTuned, minisearch, orama, flexsearch];
