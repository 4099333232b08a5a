#include "ui/jobs/TagRow.h"

#include "core/domain/JobTag.h"
#include "ui/jobs/JobCells.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Tag.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace atelier::ui {

namespace {

constexpr int gap = 6;
constexpr int fieldWidth = 160;

} // namespace

TagRow::TagRow(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, gap))
    , m_field(new QLineEdit(this))
    , m_add(new Button(tr("Add a tag"), ButtonKind::Ghost, u"add", ControlSize::Small, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_add->setObjectName(QStringLiteral("addTag"));
    m_field->setObjectName(QStringLiteral("newTag"));
    m_field->setAccessibleName(tr("New tag"));
    m_field->setPlaceholderText(tr("key: value"));
    m_field->setFixedWidth(scaled(fieldWidth));
    m_field->installEventFilter(this);
    m_field->hide();
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_field);
    connect(m_add, &Button::clicked, this, &TagRow::begin);
    connect(m_field, &QLineEdit::returnPressed, this, &TagRow::take);
}

void TagRow::setTags(const Named<std::string> &tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->deleteLater(); // one of them may be what is being clicked
        chip->hide();
    }
    m_chips.clear();
    m_flow->removeWidget(m_add);
    m_flow->removeWidget(m_field);
    for (const auto &[key, value] : tags)
        if (!key.starts_with("mlflow."))
            addTag(key, value);
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_field);
}

void TagRow::addTag(const std::string &key, const std::string &value)
{
    auto *chip = new Tag(tagText(key, value), Tag::Removal::Removable, this);
    chip->setObjectName(QStringLiteral("tag_") + textOf(key));
    connect(chip, &Tag::removeRequested, this, [this, name = textOf(key)] { Q_EMIT removed(name); });
    m_flow->addWidget(chip);
    m_chips << chip;
    chip->show();
}

void TagRow::begin()
{
    m_add->hide();
    m_field->clear();
    m_field->show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void TagRow::end()
{
    const bool hadFocus = m_field->hasFocus();
    m_field->hide();
    m_add->show();
    if (hadFocus)
        m_add->setFocus(Qt::OtherFocusReason);
}

void TagRow::take()
{
    const JobTag tag = jobTag(m_field->text().toStdString());
    end();
    if (!tag.key.empty())
        Q_EMIT added(textOf(tag.key), textOf(tag.value));
}

bool TagRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape
        = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (isEscape || (event->type() == QEvent::FocusOut && m_field->text().isEmpty()))
        end();
    return isEscape || QWidget::eventFilter(watched, event);
}

} // namespace atelier::ui
