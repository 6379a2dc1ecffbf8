import { render } from 'preact';
import '../style/app.css';
import { App } from './app';
import { restore } from './theme';

restore();
render(<App />, document.getElementById('app')!);
