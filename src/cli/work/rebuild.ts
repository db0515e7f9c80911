import { rebuildSuite, type Rebuilt, type SuiteRecipe } from '../../../conformance/statement/index.js';
import { kitVersion } from '../version.js';
import { makeProgress } from './progress.js';

/** Builds a suite again, which takes some seconds. */
export function rebuild(recipe: SuiteRecipe, isProgressAsked: boolean): Rebuilt {
  const progress = makeProgress(`building the suite of ${recipe.year} again`, isProgressAsked);
  try {
    return rebuildSuite(recipe, kitVersion, (done, total) => {
      progress.update(done, total);
    });
  } finally {
    progress.end();
  }
}
