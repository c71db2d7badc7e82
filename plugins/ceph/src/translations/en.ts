import chain from './chain.en';
import checks from './checks.en';
import maintenance from './maintenance.en';
import sources from './sources.en';
import storage from './storage.en';
import volumes from './volumes.en';

/** English texts of storage, one part per area. */
export default {
  storage,
  checks,
  sources,
  chain,
  maintenance,
  volumes,
} as const;
