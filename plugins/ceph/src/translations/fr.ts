import chain from './chain.fr';
import checks from './checks.fr';
import maintenance from './maintenance.fr';
import sources from './sources.fr';
import storage from './storage.fr';
import volumes from './volumes.fr';

/** French texts of storage. */
export default {
  ...storage,
  ...checks,
  ...sources,
  ...chain,
  ...maintenance,
  ...volumes,
};
