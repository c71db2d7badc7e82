import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text, useBreakpoint } from '@backstage/ui';
import { Chain } from '@internal/plugin-ceph-common';
import { NoMatch, saveFile, writeCsv } from '@internal/portal-ui';
import { RiDownloadLine } from '@remixicon/react';
import { useMemo, useState } from 'react';
import { cephTranslationRef } from '../translation';
import { buildChainRows } from './buildChainRows';
import { buildChainTable } from './buildChainTable';
import { ChainControls } from './ChainControls';
import { ChainLegend } from './ChainLegend';
import { ChainNotices } from './ChainNotices';
import { ChainPicture } from './ChainPicture';
import { ChainTablePages } from './ChainTablePages';
import { foldVolumes } from './foldVolumes';
import { narrowByWords } from './narrowChain';
import { sortChainRows } from './sortChainRows';
import { useChainParameters } from './useChainParameters';
import styles from './chain.module.css';

export interface ChainViewProps {
  chain: Chain;
  /** Entity ref of what the page is about. */
  here?: string;
}

/** The chain as a picture or a table; narrow screens have the table alone. */
export function ChainView({ chain, here }: ChainViewProps) {
  const { t } = useTranslationRef(cephTranslationRef);
  const isNarrow = useBreakpoint().down('md');
  const [isUnfolded, setUnfolded] = useState(false);
  const controls = useChainParameters();
  const { q, state, order, view, parameters } = controls;
  const shown = useMemo(
    () => narrowByWords(chain, { q, state }),
    [chain, q, state],
  );
  const rows = useMemo(
    () => sortChainRows(buildChainRows(shown), order),
    [shown, order],
  );
  const folded = useMemo(() => foldVolumes(shown), [shown]);
  const drawn = isUnfolded ? { chain: shown, folds: new Map() } : folded;
  const isTable = isNarrow || view === 'table';

  return (
    <div className={styles.content}>
      {!isTable && (
        <Text as="p" variant="body-medium">
          {t('chain.about')}
        </Text>
      )}
      <ChainControls chain={chain} controls={controls} isTable={isTable}>
        {isTable && (
          <Button
            variant="secondary"
            iconStart={<RiDownloadLine />}
            onPress={() =>
              saveFile({
                name: 'chain.csv',
                type: 'text/csv',
                text: writeCsv(buildChainTable(rows)),
              })
            }
          >
            {t('chain.export')}
          </Button>
        )}
        {!isTable && isUnfolded && folded.folds.size > 0 && (
          <Button variant="secondary" onPress={() => setUnfolded(false)}>
            {t('chain.fold.close')}
          </Button>
        )}
      </ChainControls>
      {rows.length === 0 ? (
        <NoMatch onClear={parameters.clear} />
      ) : (
        <>
          {isTable ? (
            <ChainTablePages rows={rows} parameters={parameters} />
          ) : (
            <>
              <ChainPicture
                chain={drawn.chain}
                folds={drawn.folds}
                onUnfold={() => setUnfolded(true)}
                here={here}
              />
              <ChainLegend hasHere={here !== undefined} />
            </>
          )}
          <ChainNotices chain={shown} />
        </>
      )}
    </div>
  );
}
