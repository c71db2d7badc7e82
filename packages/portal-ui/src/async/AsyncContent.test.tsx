import {
  ForwardedError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { AsyncContent } from './AsyncContent';
import { useAsyncData } from './useAsyncData';

/** A source whose readings end when and how the test says. */
function createSource() {
  const readings: {
    signal: AbortSignal;
    succeed: (data: string[]) => void;
    fail: (error: Error) => void;
  }[] = [];
  return {
    readings,
    load: (signal: AbortSignal) =>
      new Promise<string[]>((succeed, fail) => {
        readings.push({ signal, succeed, fail });
      }),
  };
}

function Names(props: {
  load: (signal: AbortSignal) => Promise<string[]>;
  name?: string;
  pollEvery?: number;
}) {
  const result = useAsyncData({
    key: props.name ?? 'names',
    load: props.load,
    pollEvery: props.pollEvery,
  });
  return (
    <>
      <button onClick={result.reload}>reload</button>
      <AsyncContent
        result={result}
        permission="names.read"
        isEmpty={names => names.length === 0}
        empty={<p>Nobody yet; invite somebody.</p>}
        notFound={<p>No such list.</p>}
      >
        {names => <p>{names.join(', ')}</p>}
      </AsyncContent>
    </>
  );
}

describe('AsyncContent with useAsyncData', () => {
  it('goes from first load to content', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    expect(await screen.findByRole('status')).toHaveTextContent('Loading');
    await act(async () => source.readings[0].succeed(['ada', 'boris']));
    expect(screen.getByText('ada, boris')).toBeVisible();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('explains emptiness and what is next', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].succeed([]));
    expect(screen.getByText('Nobody yet; invite somebody.')).toBeVisible();
  });

  it('offers to try again when nothing can be shown, and recovers', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].fail(new Error('No answer.')));
    expect(screen.getByRole('alert')).toHaveTextContent('No answer.');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('alert')).toHaveTextContent('No answer.');
    await act(async () => source.readings[1].succeed(['ada']));
    expect(screen.getByText('ada')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps content during a refresh, and when the refresh fails', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].succeed(['ada']));

    await userEvent.click(screen.getByRole('button', { name: 'reload' }));
    expect(screen.getByText('ada')).toBeVisible();
    expect(screen.getByText('ada').parentElement).toHaveAttribute(
      'aria-busy',
      'true',
    );
    await act(async () =>
      source.readings[1].fail(
        new ForwardedError('Reading names', new Error('gone')),
      ),
    );
    expect(screen.getByText('ada')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Last updated now');
    expect(screen.getByRole('status')).toHaveTextContent('gone');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await act(async () => source.readings[2].succeed(['boris']));
    expect(screen.getByText('boris')).toBeVisible();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('names the missing permission and hides what was readable before', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].succeed(['ada']));
    await userEvent.click(screen.getByRole('button', { name: 'reload' }));
    await act(async () => source.readings[1].fail(new NotAllowedError('no')));
    expect(screen.getByRole('alert')).toHaveTextContent('names.read');
    expect(screen.queryByText('ada')).not.toBeInTheDocument();
  });

  it('tells what does not exist from what could not be read', async () => {
    const source = createSource();
    renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].fail(new NotFoundError('no')));
    expect(screen.getByText('No such list.')).toBeVisible();
  });

  it('has one reading under way, and drops it with the page', async () => {
    const source = createSource();
    const { unmount } = renderInTestApp(<Names load={source.load} />);
    await screen.findByRole('status');
    await userEvent.click(screen.getByRole('button', { name: 'reload' }));
    await userEvent.click(screen.getByRole('button', { name: 'reload' }));
    expect(source.readings).toHaveLength(1);
    unmount();
    expect(source.readings[0].signal.aborted).toBe(true);
  });

  it('shows nothing of one key under another', async () => {
    const source = createSource();
    function Chooser() {
      const [name, setName] = useState('first');
      return (
        <>
          <button onClick={() => setName('second')}>second</button>
          <Names load={source.load} name={name} />
        </>
      );
    }
    renderInTestApp(<Chooser />);
    await screen.findByRole('status');
    await act(async () => source.readings[0].succeed(['ada']));
    await userEvent.click(screen.getByRole('button', { name: 'reload' }));
    await userEvent.click(screen.getByRole('button', { name: 'second' }));
    expect(screen.queryByText('ada')).not.toBeInTheDocument();
    expect(source.readings[1].signal.aborted).toBe(true);
    await act(async () => source.readings[1].succeed(['late']));
    expect(screen.queryByText('late')).not.toBeInTheDocument();
    await act(async () => source.readings[2].succeed(['boris']));
    expect(screen.getByText('boris')).toBeVisible();
  });
});

describe('polling', () => {
  const setHidden = (hidden: boolean) => {
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
  };
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('reads again while visible, rests while hidden, and catches up', async () => {
    const load = jest.fn(async () => ['ada']);
    renderInTestApp(<Names load={load} pollEvery={1000} />);
    await act(() => jest.advanceTimersByTimeAsync(100));
    const first = load.mock.calls.length;
    await act(() => jest.advanceTimersByTimeAsync(3000));
    expect(load).toHaveBeenCalledTimes(first + 3);

    setHidden(true);
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(load).toHaveBeenCalledTimes(first + 3);

    setHidden(false);
    await act(() => jest.advanceTimersByTimeAsync(10));
    expect(load).toHaveBeenCalledTimes(first + 4);
  });
});
