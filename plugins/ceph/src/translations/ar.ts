import chain from './chain.ar';
import checks from './checks.ar';
import maintenance from './maintenance.ar';
import sources from './sources.ar';
import storage from './storage.ar';
import volumes from './volumes.ar';

/** Arabic texts of storage. */
export default {
  ...storage,
  ...checks,
  ...sources,
  ...chain,
  ...maintenance,
  ...volumes,
};
