import { Button, Text } from '@backstage/ui';
import { useId } from 'react';
import styles from './CheckedTextField.module.css';

const shownAtMost = 6;

/** Values that would pass; each is one press away. */
export function Suggestions(props: {
  label: string;
  suggestions: readonly string[];
  onChoose: (value: string) => void;
}) {
  const { label, suggestions, onChoose } = props;
  const labelId = useId();
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-labelledby={labelId} className={styles.suggestions}>
      <Text id={labelId} as="span" variant="body-small" color="secondary">
        {label}
      </Text>
      {suggestions.slice(0, shownAtMost).map(suggestion => (
        <Button
          key={suggestion}
          variant="secondary"
          size="small"
          className={styles.suggestion}
          onPress={() => onChoose(suggestion)}
        >
          <bdi>{suggestion}</bdi>
        </Button>
      ))}
    </div>
  );
}
