#pragma once

#include <functional>

namespace atelier::test {

/// Runs Qt's event loop until something has come true; false after 20 s without that.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition);

/// Runs Qt's event loop for a while, to see that something does not happen.
void runFor(int ms);

} // namespace atelier::test
