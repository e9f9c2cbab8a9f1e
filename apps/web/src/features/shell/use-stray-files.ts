import { showToast } from '@parley/ui/toast-store';
import { useEffect } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** A browser goes to a file that is dropped where nobody takes it, and what stood on the page is gone. It stays, and says why. */
export function useStrayFiles(): void {
  useEffect(() => {
    const stay = (event: DragEvent): void => {
      if (!event.defaultPrevented && holdsFiles(event)) event.preventDefault();
    };
    const tell = (event: DragEvent): void => {
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      showToast({ text: 'Files can’t be sent yet. Your text is as it was.', key: 'paste' });
    };
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', tell);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', tell);
    };
  }, []);
}
