#include "ui/jobs/ReproduceCard.h"

#include "core/system/ShellQuote.h"
#include "ui/jobs/JobActions.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/CodeBlock.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace atelier::ui {

namespace {

/// A word of a command as a person would write it: quoted where a shell would read it otherwise.
QString wordOf(const std::string &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:@%+=-]+$"));
    if (plain.match(textOf(text)).hasMatch())
        return textOf(text);
    const Result<std::string> word = shellQuote(text);
    return word ? textOf(*word) : QString(); // refused is a NUL alone, which no path and no name has
}

/// The command line's program as a shell finds it: by its name alone where this build's folder is searched.
QString program()
{
    const QString folder = QCoreApplication::applicationDirPath();
    if (qEnvironmentVariable("PATH").split(QDir::listSeparator()).contains(folder))
        return QStringLiteral("atelier");
    return wordOf((folder + QStringLiteral("/atelier")).toStdString());
}

} // namespace

ReproduceCard::ReproduceCard(const Studio &studio, QWidget *parent)
    : Card(parent)
    , m_studio(studio)
    , m_command(new CodeBlock(tr("The command that runs this job again"), this))
{
    auto *column = makeColumn(this, 10, {16, 14, 16, 14});
    auto *head = makeRow(nullptr, 8);
    head->addWidget(new TextLabel(tr("Reproduce"), TextStyle::BodyStrong, &Colors::text, this));
    head->addWidget(new ElidedLabel(tr("Same code, inputs and parameters, from a terminal"),
                        TextStyle::Caption, &Colors::text2, this),
        1);
    auto *copy = new IconButton(u"copy", tr("Copy the command"), ControlSize::Small, this);
    copy->setObjectName(QStringLiteral("copyCommand"));
    connect(copy, &IconButton::clicked, this,
        [this] { m_studio.copy(m_command->text(), tr("The command was copied")); });
    head->addWidget(copy);
    column->addLayout(head);
    column->addWidget(m_command);
}

void ReproduceCard::showJob(const JobSummary &job)
{
    static const QString known = program(); // a job that runs comes ten times a second
    setVisible(JobActions::canRunAgain(job));
    m_command->setLines({known + QStringLiteral(" job create --from %1 --stream \\").arg(wordOf(job.name)),
        QStringLiteral("  --workspace %1").arg(wordOf(m_studio.connection.folder().string()))});
}

} // namespace atelier::ui
