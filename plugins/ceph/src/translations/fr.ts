import chain from './chain.fr';
import maintenance from './maintenance.fr';
import storage from './storage.fr';
import volumes from './volumes.fr';

/** French texts of storage. */
export default { ...storage, ...chain, ...maintenance, ...volumes };
