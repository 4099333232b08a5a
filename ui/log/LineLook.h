#pragma once

#include "core/log/LogIndex.h"
#include "ui/log/LineCells.h"

#include <QColor>

#include <vector>

namespace atelier::ui {

/// A part of a line in one colour; indices of its text.
struct ColorRun
{
    int begin = 0;
    int end = 0;
    QColor foreground;
    QColor background; ///< none where invalid
    bool bold = false;
};

/// A line in the colours in force, without gaps: those that its escape sequences ask for, or, where it brings
/// none, times in the background, the level's word in its colour, numbers and the files of a traceback.
[[nodiscard]] std::vector<ColorRun> lookOf(const LogLine &line, const LineCells &cells);

} // namespace atelier::ui
