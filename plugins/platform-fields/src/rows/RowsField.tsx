import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { ReactNode, useId, useRef, useState } from 'react';
import styles from './RowsField.module.css';

export interface RowsFieldProps<T> {
  label: string;
  description: string;
  addLabel: string;
  /** Names a row, such as `variable 2`. */
  rowLabel: (number: number) => string;
  removeLabel: (row: string) => string;
  rows: readonly T[];
  emptyRow: T;
  onChange: (rows: T[]) => void;
  isDisabled?: boolean;
  /** Id of the element that says what is wrong, where something is. */
  errorsId?: string;
  children: (row: {
    value: T;
    index: number;
    change: (part: Partial<T>) => void;
    /** The row was just added, so its first field takes the focus. */
    isNew: boolean;
  }) => ReactNode;
}

/** Rows of fields that can be added and removed; the focus never gets lost. */
export function RowsField<T>(props: RowsFieldProps<T>) {
  const { rows, onChange, rowLabel } = props;
  const labelId = useId();
  const descriptionId = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const [addedIndex, setAddedIndex] = useState<number>();

  const add = () => {
    setAddedIndex(rows.length);
    onChange([...rows, props.emptyRow]);
  };
  const remove = (index: number) => {
    setAddedIndex(undefined);
    onChange(rows.filter((_, at) => at !== index));
    addButton.current?.focus();
  };

  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={
        props.errorsId ? `${descriptionId} ${props.errorsId}` : descriptionId
      }
      className={styles.root}
    >
      <div>
        <Text id={labelId} as="p" variant="body-medium" weight="bold">
          {props.label}
        </Text>
        <Text id={descriptionId} as="p" variant="body-small" color="secondary">
          {props.description}
        </Text>
      </div>
      {rows.map((value, index) => {
        const label = rowLabel(index + 1);
        return (
          <div
            key={index}
            role="group"
            aria-label={label}
            className={styles.row}
          >
            <div className={styles.fields}>
              {props.children({
                value,
                index,
                isNew: index === addedIndex,
                change: part =>
                  onChange(
                    rows.map((row, at) =>
                      at === index ? { ...row, ...part } : row,
                    ),
                  ),
              })}
            </div>
            <ButtonIcon
              className={styles.remove}
              variant="secondary"
              aria-label={props.removeLabel(label)}
              icon={<RiDeleteBinLine aria-hidden="true" />}
              isDisabled={props.isDisabled}
              onPress={() => remove(index)}
            />
          </div>
        );
      })}
      <div>
        <Button
          ref={addButton}
          className={styles.add}
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          isDisabled={props.isDisabled}
          onPress={add}
        >
          {props.addLabel}
        </Button>
      </div>
    </div>
  );
}
