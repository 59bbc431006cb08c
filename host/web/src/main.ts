import '@fontsource-variable/inter/wght.css';
import './tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/grid.css';
import './styles/floating.css';
import './styles/pages.css';
import './shell';
