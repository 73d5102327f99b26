// The reference for the first frame: the smallest Ink program, as anyone would write it.
import {createElement} from 'react';
import {render, Text} from 'ink';

render(createElement(Text, null, 'Hello, world'));
