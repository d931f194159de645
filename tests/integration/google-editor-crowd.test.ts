import { itIsRightInAnyStorm } from '../support/crowd/any-storm.ts';

itIsRightInAnyStorm([1]);
