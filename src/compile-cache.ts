import { enableCompileCache } from 'node:module';

// Loaded by `npm start` ahead of everything else: what was compiled once need not be compiled at every start.
enableCompileCache();
