#pragma once

#include "core/base/Result.h"

#include <QString>

#include <atomic>

namespace atelier::ui {

/// A file as text, if it is one that can be laid out whole.
struct TextFile
{
    enum class State {
        Whole,
        TooLong, ///< or with lines that are: only what shows parts of it can show it
        Binary,
    };
    State state = State::Whole;
    QString text;
    qint64 bytes = 0;
    bool isLaidOut = false; ///< JSON on more lines than the file has
};

/// Reads a file; ends soon, with nothing, once `stopped`. Any thread.
[[nodiscard]] Result<TextFile> readTextFile(const QString &path, const std::atomic<bool> &stopped);

} // namespace atelier::ui
