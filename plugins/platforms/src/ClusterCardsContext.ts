import { createContext, ReactElement } from 'react';

/** Cards that are shown once for each cluster of a platform. */
export const ClusterCardsContext = createContext<readonly ReactElement[]>([]);
