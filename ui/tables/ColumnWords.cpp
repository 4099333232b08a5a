#include "ui/tables/ColumnWords.h"

#include "ui/tables/PagedTable.h"
#include "ui/tables/ValueText.h"
#include "ui/text/Format.h"

#include <QDateTime>
#include <QStringList>

#include <numeric>

namespace atelier::ui {

namespace {

using Qt::Literals::StringLiterals::operator""_s;

QString measure(const TableColumn &column, double value)
{
    if (column.kind != ValueKind::Time)
        return shortNumber(value);
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value * 1000), Qt::UTC)
        .toString(u"yyyy-MM-dd hh:mm"_s);
}

struct Bins
{
    std::size_t first;
    std::size_t end;
};

/// The fewest bins beside each other that hold half of the values; of as many the fullest.
Bins middleOf(const std::vector<std::int64_t> &counts)
{
    const std::int64_t all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (std::size_t width = 1; width < counts.size(); ++width) {
        Bins best{0, 0};
        std::int64_t most = -1;
        for (std::size_t first = 0; first + width <= counts.size(); ++first) {
            const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(first);
            const std::int64_t held
                = std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(width), std::int64_t{0});
            if (held > most) {
                most = held;
                best = {first, first + width};
            }
        }
        if (most * 2 >= all)
            return best;
    }
    return {0, counts.size()};
}

bool isCategory(const TableColumn &column)
{
    return column.kind == ValueKind::Boolean || (column.profile && !column.profile->top.empty());
}

} // namespace

QString ColumnWords::kind(const TableColumn &column)
{
    switch (column.kind) {
    case ValueKind::Integer:
        return tr("integer");
    case ValueKind::Decimal:
        return tr("decimal");
    case ValueKind::Boolean:
        return tr("true or false");
    case ValueKind::Text:
        return isCategory(column) ? tr("category") : tr("text");
    case ValueKind::Time:
        return column.type == "DATE" ? tr("date") : tr("time");
    case ValueKind::Binary:
        return tr("binary");
    case ValueKind::Nested:
        return tr("nested");
    }
    return {};
}

QString ColumnWords::range(const TableColumn &column)
{
    if (!column.profile)
        return {};
    const ColumnProfile &profile = *column.profile;
    if (profile.least.is_null())
        return profile.top.empty() && profile.distinct > 0
            ? tr("about %Ln value(s)", nullptr, clamped(profile.distinct))
            : tr("%Ln value(s)", nullptr, clamped(profile.distinct));
    if (profile.least == profile.greatest)
        return tr("always %1").arg(shownValue(profile.least));
    if (column.kind == ValueKind::Decimal && profile.least.is_number() && profile.greatest.is_number())
        return rangeText(profile.least.get<double>(), profile.greatest.get<double>());
    return shownValue(profile.least) + u" – "_s + shownValue(profile.greatest);
}

QString ColumnWords::empty(const TableColumn &column)
{
    if (!column.profile || column.profile->empty == 0)
        return {};
    return tr("%Ln empty", nullptr, clamped(column.profile->empty));
}

QString ColumnWords::emptyCells(const PagedTable &table)
{
    std::int64_t cells = 0;
    QString name;
    int columns = 0;
    for (int i = 0; i < table.columnCount(); ++i) {
        const TableColumn *column = table.column(i);
        if (column == nullptr || !column->profile || column->profile->empty == 0)
            continue;
        cells += column->profile->empty;
        name = textOf(column->name).simplified();
        ++columns;
    }
    if (columns == 0)
        return tr("Distributions over all rows");
    const QString count = tr("%Ln empty cell(s)", nullptr, clamped(cells));
    return columns == 1 ? tr("%1 in %2 · Distributions over all rows").arg(count, isolated(name))
                        : tr("%1 in %n column(s) · Distributions over all rows", nullptr, columns).arg(count);
}

QString ColumnWords::sentence(const TableColumn &column)
{
    QStringList parts{textOf(column.name), kind(column)};
    if (!column.profile)
        return parts.join(u", "_s);
    const ColumnProfile &profile = *column.profile;
    parts << range(column);
    if (profile.mean)
        parts << tr("mean %1").arg(shortNumber(*profile.mean));
    if (profile.histogram && profile.histogram->counts.size() > 1) {
        const Histogram &histogram = *profile.histogram;
        const Bins middle = middleOf(histogram.counts);
        const double width = (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
        const auto at = [&](std::size_t bin) {
            return measure(column, histogram.low + width * static_cast<double>(bin));
        };
        parts << tr("half of the values between %1 and %2").arg(at(middle.first), at(middle.end));
    }
    for (const Category &category : profile.top)
        parts << tr("%1: %2").arg(textOf(category.value), percentText(category.share));
    if (profile.notFinite > 0)
        parts << tr("%Ln not a finite number", nullptr, clamped(profile.notFinite));
    if (profile.empty > 0)
        parts << empty(column);
    return parts.join(u", "_s);
}

} // namespace atelier::ui
