import { holdsTheKillScore } from './kill-score.js';

// A file a year, so that years are checked side by side.
holdsTheKillScore(2023);
