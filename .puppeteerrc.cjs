// Nothing here downloads a browser: tests use the one that the machine has.
module.exports = { skipDownload: true };
