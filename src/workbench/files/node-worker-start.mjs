import 'tsx/cjs';
import { register } from 'tsx/esm/api';

// Hooks given by --import do not reach the first module of a worker under every Node 20; so this plain one hooks both
// require() and import(), which loads the readers that only some files need.
register();
await import('./node-worker-main.ts');
