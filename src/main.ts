import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that the second start is several times faster than the first. This file itself comes
// too early for that, and is read anew each time: hence so little stands here.
enableCompileCache();

const { runProcess } = await import('./cli/process.ts');
await runProcess(process.env);
