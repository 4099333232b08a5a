#pragma once

#include "ui/theme/Type.h"
#include "ui/widgets/ProgressBar.h"
#include "ui/widgets/StateLook.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <variant>

/// What a cell of a DataTable shows. Texts are ready to be shown; an empty one is shown as "–".
namespace atelier::ui::cell {

struct Text
{
    QString text;
    ColorRole color = &Colors::text2;
    TextStyle style = TextStyle::Body;
};

/// Stands at the end of its column, in figures of one width.
struct Number
{
    QString text;
};

/// The name of the row's thing, a second line that may carry a reason, and the icon of its kind.
struct Name
{
    QString name;
    QString secondLine = {};
    QString icon = {};
    Tone tone = Tone::Neutral;
    ColorRole secondColor = &Colors::text3;
};

struct Status
{
    StateLook look;
};

/// A bar with a word; without a share only the word, for what is finished.
struct Bar
{
    Progress progress;
    QString text;
};

/// How a metric went, its last value, its name; a trophy for the best.
struct Metric
{
    QList<double> points;
    QString value;
    QString name;
    bool best = false;
    bool besideLines = true; ///< keeps the room of a line, for other rows have one
};

struct Tags
{
    QStringList tags;
};

/// The head of a group, over the whole width of its row.
struct Group
{
    QString name;
    QString facts = {};
    QString best = {}; ///< at the end, with a trophy
    bool open = true;
};

} // namespace atelier::ui::cell

namespace atelier::ui {

using Cell = std::variant<cell::Text, cell::Number, cell::Name, cell::Status, cell::Bar, cell::Metric,
    cell::Tags, cell::Group>;

/// The cell as plain words: what is copied, and what a screen reader says.
[[nodiscard]] QString plainText(const Cell &cell);

/// True for cells that move by themselves: a spinner or a moving light.
[[nodiscard]] bool isLive(const Cell &cell);

} // namespace atelier::ui

Q_DECLARE_METATYPE(atelier::ui::Cell)
