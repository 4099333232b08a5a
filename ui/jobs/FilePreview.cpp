#include "ui/jobs/FilePreview.h"

#include "core/client/JobCalls.h"
#include "ui/code/CodePane.h"
#include "ui/code/ModuleLoading.h"
#include "ui/jobs/CopySaving.h"
#include "ui/jobs/PictureFile.h"
#include "ui/jobs/PicturePane.h"
#include "ui/jobs/TableSaving.h"
#include "ui/jobs/TextFile.h"
#include "ui/log/LogPane.h"
#include "ui/shell/Studio.h"
#include "ui/tables/TablePreview.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"

#include <QFileInfo>
#include <QFontMetrics>
#include <QFutureWatcher>
#include <QStackedLayout>
#include <QtConcurrent>

namespace atelier::ui {

namespace {

constexpr int widestName = 400;

enum class Kind { Log, Text, Picture, Table, Other };

Kind kindOf(const FilePreview::File &file)
{
    static const QStringList texts = QStringLiteral("json yml yaml py pyi md toml ini cfg conf sh bash sql r "
                                                    "c h cc cpp hpp cmake js ts java html xml ipynb")
                                         .split(u' ');
    static const QStringList pictures = QStringLiteral("png jpg jpeg gif bmp svg").split(u' ');
    static const QStringList tables = QStringLiteral("parquet pq csv tsv jsonl ndjson").split(u' ');
    const QString suffix = QFileInfo(file.path).suffix().toLower();
    const bool isCode = file.name.rfind("snapshot/", 0) == 0;
    if (suffix == QLatin1StringView("log") || (suffix == QLatin1StringView("txt") && !isCode))
        return Kind::Log;
    if (tables.contains(suffix))
        return Kind::Table;
    if (pictures.contains(suffix))
        return Kind::Picture;
    if (isCode || texts.contains(suffix) || QFileInfo(file.path).fileName() == QLatin1StringView("MLmodel"))
        return Kind::Text;
    // The outputs of components have no suffix: the service looks what is in them.
    return suffix.isEmpty() ? Kind::Table : Kind::Other;
}

bool isEmpty(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.size() == 0;
}

/// A name within a sentence: not longer than a line, and in its own direction.
QString named(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return isolated(
        QFontMetrics(ui::font(TextStyle::Body)).elidedText(name, Qt::ElideMiddle, scaled(widestName)));
}

} // namespace

FilePreview::FilePreview(const Studio &studio, QWidget *parent)
    : QWidget(parent)
    , m_jobs(studio.connection.jobs())
    , m_copies(new CopySaving(studio.notify, this))
    , m_rows(new TableSaving(studio, this))
    , m_stack(new QStackedLayout(this))
    , m_blank(new QWidget(this))
    , m_log(new LogPane(this))
    , m_code(new CodePane(this))
    , m_picture(new PicturePane(this))
    , m_table(new TablePreview(this))
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_blank, m_log, m_code, m_picture, m_table})
        m_stack->addWidget(widget);
    connect(m_table, &TablePreview::failed, this, &FilePreview::tableFailed);
    connect(m_table, &TablePreview::saveRequested, this, [this] { m_copies->askWhere(m_file.path); });
    connect(m_table, &TablePreview::saveRowsRequested, this, [this](const TablePart &part) {
        m_rows->askWhere({m_file.job, m_file.name, part});
    });
    connect(m_picture, &PicturePane::saveRequested, this, [this] { m_copies->askWhere(m_file.path); });
    connect(m_code, &CodePane::saveRequested, this, [this] { m_copies->askWhere(m_file.path); });
}

FilePreview::~FilePreview()
{
    *m_stopped = true;
}

/// Nothing that is still read for the file before comes any more.
void FilePreview::leave()
{
    *m_stopped = true;
    m_stopped = std::make_shared<Stopped>(false);
    m_table->clear();
    m_picture->clear();
}

void FilePreview::showFile(const File &file, bool isLive)
{
    leave();
    m_file = file;
    if (!isLive && isEmpty(file.path))
        return say(tr("This file is empty"), tr("Nothing has been written to %1.").arg(named(file.path)));
    switch (kindOf(file)) {
    case Kind::Log:
        return showLog(file.path, isLive);
    case Kind::Text:
        return showText(file.path);
    case Kind::Picture:
        return showPicture(file.path);
    case Kind::Table:
        return showTable(file);
    case Kind::Other:
        return showOther(file.path);
    }
}

void FilePreview::showTable(const File &file)
{
    const QFileInfo info(file.path);
    m_table->showTable(info.fileName(), static_cast<std::uint64_t>(info.size()),
        [this, job = file.job, name = file.name](const TablePart &part, QObject *receiver,
            PagedTable::Answer answer) { m_jobs.table(job, name, part, receiver, std::move(answer)); });
    m_stack->setCurrentWidget(m_table);
}

void FilePreview::filterBy(const QString &filter)
{
    m_table->filterBy(filter);
}

void FilePreview::tableFailed(const Error &error)
{
    if (error.code == "table.unknown" && QFileInfo(m_file.path).suffix().isEmpty())
        showText(m_file.path);
}

void FilePreview::showLog(const QString &path, bool isLive)
{
    m_log->setFile(path);
    m_log->setLive(isLive);
    m_stack->setCurrentWidget(m_log);
}

void FilePreview::showText(const QString &path)
{
    using Reading = QFutureWatcher<Result<TextFile>>;
    auto *reading = new Reading(this);
    connect(reading, &Reading::finished, this, [this, reading, path, stopped = m_stopped] {
        reading->deleteLater();
        if (!*stopped)
            takeText(path, reading->result());
    });
    reading->setFuture(QtConcurrent::run([path, stopped = m_stopped]() -> Result<TextFile> {
        if (auto loaded = loadCodeModule(); !loaded)
            return loaded.error();
        return readTextFile(path, *stopped);
    }));
}

void FilePreview::takeText(const QString &path, const Result<TextFile> &file)
{
    if (!file)
        return say(tr("This file cannot be shown"), textOf(file.error().sentence));
    if (file->state == TextFile::State::Binary && QFileInfo(path).suffix().isEmpty())
        return showOther(path);
    if (file->state == TextFile::State::Binary) {
        say(tr("This file cannot be shown"),
            tr("%1 is named like text, but holds bytes that are none.").arg(named(path)));
        return offerCopy(path);
    }
    // A log lays out only what is in view.
    if (file->state == TextFile::State::TooLong)
        return showLog(path, false);
    m_code->showText({QFileInfo(path).fileName(), file->text, file->bytes, file->isLaidOut});
    m_stack->setCurrentWidget(m_code);
}

void FilePreview::showPicture(const QString &path)
{
    using Reading = QFutureWatcher<PictureFile>;
    auto *reading = new Reading(this);
    connect(reading, &Reading::finished, this, [this, reading, path, stopped = m_stopped] {
        reading->deleteLater();
        if (!*stopped)
            takePicture(path, reading->result());
    });
    reading->setFuture(QtConcurrent::run(
        [file = path.toStdString(), stopped = m_stopped] { return readPicture(file, *stopped); }));
}

void FilePreview::takePicture(const QString &path, const PictureFile &picture)
{
    if (picture.state != PictureFile::State::Whole) {
        say(tr("This picture cannot be shown"), problemOf(path, picture));
        const bool hasBytes
            = picture.state != PictureFile::State::Empty && picture.state != PictureFile::State::Unreadable;
        return hasBytes ? offerCopy(path) : void();
    }
    m_picture->showPicture(QFileInfo(path).fileName(), picture);
    m_stack->setCurrentWidget(m_picture);
}

QString FilePreview::problemOf(const QString &path, const PictureFile &picture) const
{
    switch (picture.state) {
    case PictureFile::State::Empty:
        return tr("%1 is empty: nothing has been written to it yet.").arg(named(path));
    case PictureFile::State::None:
        return tr("%1 is named like a picture, but cannot be read as one.").arg(named(path));
    case PictureFile::State::Incomplete:
        return tr("%1 begins as a picture, but ends too early or is damaged.").arg(named(path));
    case PictureFile::State::TooLarge:
        if (picture.size.isEmpty())
            return tr("This picture takes %1, which is too large to show.")
                .arg(bytesText(static_cast<std::uint64_t>(QFileInfo(path).size())));
        return tr("This picture is %L1 × %L2 pixels, which is too large to show.")
            .arg(picture.size.width())
            .arg(picture.size.height());
    default:
        return textOf(picture.sentence);
    }
}

void FilePreview::showOther(const QString &path)
{
    const QFileInfo file(path);
    say(file.fileName(),
        tr("%1. There is no preview for this kind of file.")
            .arg(bytesText(static_cast<std::uint64_t>(file.size()))));
    offerCopy(path);
}

void FilePreview::showNothing(const QString &text)
{
    leave();
    say(tr("Nothing to show"), text);
}

void FilePreview::clear()
{
    leave();
    m_stack->setCurrentWidget(m_blank);
}

void FilePreview::say(const QString &title, const QString &text)
{
    delete m_said;
    m_said = new EmptyState(u"document", title, text, this);
    m_stack->addWidget(m_said);
    m_stack->setCurrentWidget(m_said);
}

void FilePreview::offerCopy(const QString &path)
{
    auto *save = new Button(tr("Save a copy…"), ButtonKind::Default, u"arrow_download");
    save->setObjectName(QStringLiteral("saveCopy"));
    connect(save, &Button::clicked, m_copies, [this, path] { m_copies->askWhere(path); });
    m_said->addAction(save);
}

} // namespace atelier::ui
