import { itIsRightInAnyStorm } from '../support/crowd/any-storm.ts';

itIsRightInAnyStorm(Array.from({ length: 30 }, (_, index) => 100 + index));
