#include "ui/widgets/table/Cell.h"

namespace atelier::ui {

namespace {

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(QLatin1StringView(", "));
}

QString words(const cell::Text &text)
{
    return text.text;
}

QString words(const cell::Number &number)
{
    return number.text;
}

QString words(const cell::Name &name)
{
    return joined({name.name, name.secondLine});
}

QString words(const cell::Status &status)
{
    return status.look.text;
}

QString words(const cell::Bar &bar)
{
    return bar.text;
}

QString words(const cell::Metric &metric)
{
    return joined({metric.value, metric.name});
}

QString words(const cell::Tags &tags)
{
    return joined(tags.tags);
}

QString words(const cell::Group &group)
{
    return joined({group.name, group.facts, group.best});
}

} // namespace

QString plainText(const Cell &cell)
{
    return std::visit([](const auto &kind) { return words(kind); }, cell);
}

bool isLive(const Cell &cell)
{
    if (const auto *status = std::get_if<cell::Status>(&cell))
        return status->look.mark == Mark::Spinner;
    const auto *bar = std::get_if<cell::Bar>(&cell);
    return bar != nullptr && bar->progress.live;
}

} // namespace atelier::ui
