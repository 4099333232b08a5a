#include "ui/shell/Studio.h"

#include "ui/text/Format.h"

#include <QClipboard>
#include <QGuiApplication>

namespace atelier::ui {

const QString missingService = QStringLiteral("service");

QString matterOf(const char *verb, const std::string &name)
{
    return QLatin1StringView(verb) + QLatin1Char(' ') + textOf(name);
}

void Studio::fail(const QString &title, const Error &error, const QString &matter) const
{
    const bool isOfService
        = error.kind == ErrorKind::Unavailable && textOf(error.code).startsWith(u"service.");
    notify({.tone = Tone::Danger,
        .title = title,
        .text = textOf(error.sentence),
        .matter = matter,
        .cause = isOfService ? missingService : QString()});
}

bool Studio::tell(const Result<void> &outcome, const QString &title, const QString &matter) const
{
    if (outcome)
        settle(matter);
    else
        fail(title, outcome.error(), matter);
    return bool(outcome);
}

void Studio::copy(const QString &text, const QString &done) const
{
    QGuiApplication::clipboard()->setText(text);
    notify({Tone::Success, done});
}

} // namespace atelier::ui
