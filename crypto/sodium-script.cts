// A CommonJS module, so that every resolver takes libsodium's CommonJS build, the one with the script fallback.
import sodium = require('libsodium-wrappers');
export = sodium;
