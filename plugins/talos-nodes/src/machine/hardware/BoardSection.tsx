import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hardware } from '@internal/plugin-talos-nodes-common';
import { Fact, FactList, Section } from '@internal/portal-ui';
import { FactText, FactToCopy, FactValue } from '../../facts/FactValue';
import { talosNodesTranslationRef } from '../../translation';

/** The board as its firmware tells it. */
export function BoardSection({ board }: { board: Hardware['board'] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <Section title={t('hardware.board')}>
      <FactList>
        <Fact name={t('hardware.manufacturer')}>
          <FactText fact={board.manufacturer} />
        </Fact>
        <Fact name={t('hardware.model')}>
          <FactText fact={board.model} />
        </Fact>
        <Fact name={t('machine.form')}>
          <FactValue fact={board.form}>{form => t(`form.${form}`)}</FactValue>
        </Fact>
        <Fact name={t('hardware.serial')}>
          <FactToCopy fact={board.serial} name={t('hardware.serial')} />
        </Fact>
        <Fact name={t('machine.bios')}>
          <FactText fact={board.biosVersion} />
        </Fact>
      </FactList>
    </Section>
  );
}
