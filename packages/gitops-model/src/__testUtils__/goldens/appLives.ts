import type { AppLife } from './AppLife';
import {
  edgitHelmInline,
  edgitHelmWithConfigs,
  edgitWrapperChart,
} from './lives/edgitCharts';
import { edgitRaw } from './lives/edgitRaw';
import { edgitRawByHand } from './lives/edgitRawByHand';
import { edgitRawStateless } from './lives/edgitRawStateless';
import { monosenseLedger, monosenseReloader } from './lives/monosenseByHand';
import {
  monosenseInfrastructureChart,
  monosenseWorkloadChart,
  monosenseWorkloadChartOnBoth,
} from './lives/monosenseCharts';
import { monosenseInfrastructure } from './lives/monosenseInfrastructure';
import {
  monosenseStateless,
  monosenseWorkload,
  monosenseWorkloadOnBoth,
} from './lives/monosenseWorkload';
import {
  pitowerAppTemplate,
  pitowerStateless,
} from './lives/pitowerAppTemplate';
import { pitowerByHand } from './lives/pitowerByHand';

/** Every layout of every shipped profile, with apps that the portal wrote and apps that people did. */
export const appLives: readonly AppLife[] = [
  edgitRaw,
  edgitRawStateless,
  edgitRawByHand,
  edgitHelmWithConfigs,
  edgitHelmInline,
  edgitWrapperChart,
  pitowerAppTemplate,
  pitowerStateless,
  pitowerByHand,
  monosenseWorkload,
  monosenseWorkloadOnBoth,
  monosenseStateless,
  monosenseLedger,
  monosenseInfrastructure,
  monosenseWorkloadChart,
  monosenseWorkloadChartOnBoth,
  monosenseInfrastructureChart,
  monosenseReloader,
];
