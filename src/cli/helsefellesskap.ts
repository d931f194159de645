/** There is one in a process; what the state holds says whose it is all the same. */
export const HELSEFELLESSKAP = 'standard';
