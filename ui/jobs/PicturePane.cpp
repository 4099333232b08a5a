#include "ui/jobs/PicturePane.h"

#include "ui/jobs/PictureFile.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/FileTitle.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/TextSize.h"

#include <QLabel>

namespace atelier::ui {

namespace {

constexpr int barHeight = 46;
constexpr int margin = 24;

} // namespace

PicturePane::PicturePane(QWidget *parent)
    : QWidget(parent)
    , m_title(new FileTitle)
    , m_picture(new QLabel)
{
    m_title->setObjectName(QStringLiteral("pictureTitle"));
    m_picture->setObjectName(QStringLiteral("filePicture"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    auto *body = new Pane(&Colors::surface);
    makeColumn(body, 0)->addWidget(m_picture);
    QVBoxLayout *column = makeColumn(this, 0);
    column->addWidget(makeBar());
    column->addWidget(body, 1);
}

QWidget *PicturePane::makeBar()
{
    auto *bar = new Pane(&Colors::surface, Qt::BottomEdge);
    QHBoxLayout *row = makeRow(bar, 8, {16, 0, 12, 0});
    row->addWidget(m_title, 1);
    auto *save = new IconButton(u"arrow_download", tr("Save a copy…"));
    save->setObjectName(QStringLiteral("saveCopy"));
    connect(save, &IconButton::clicked, this, &PicturePane::saveRequested);
    row->addWidget(save);
    followTextSize(*bar, [bar] { bar->setFixedHeight(scaled(barHeight)); });
    return bar;
}

void PicturePane::showPicture(const QString &name, const PictureFile &picture)
{
    m_original = QPixmap::fromImage(picture.image);
    m_title->setName(name);
    m_title->setFacts(tr("%L1 × %L2 px · %3")
                          .arg(picture.size.width())
                          .arg(picture.size.height())
                          .arg(bytesText(picture.bytes)));
    m_picture->setAccessibleName(name);
    fit();
}

void PicturePane::clear()
{
    m_original = {};
}

void PicturePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PicturePane::fit()
{
    if (m_original.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = (size() - QSize(2 * margin, 2 * margin + scaled(barHeight))) * ratio;
    QPixmap fitted = m_original.width() > room.width() || m_original.height() > room.height()
        ? m_original.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : m_original;
    fitted.setDevicePixelRatio(ratio);
    m_picture->setPixmap(fitted);
}

} // namespace atelier::ui
