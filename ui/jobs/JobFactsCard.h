#pragma once

#include "core/domain/JobDetail.h"
#include "core/domain/JobEdit.h"
#include "ui/widgets/Card.h"

#include <optional>

namespace atelier::ui {

class FactList;
class InPlaceEdit;
class JobLink;
class TagRow;
class WrapLabel;

/// What people say of a job, to be changed in place, and what is known of it.
class JobFactsCard : public Card
{
    Q_OBJECT

public:
    explicit JobFactsCard(QWidget *parent = nullptr);

    void showJob(const JobDetail &job);

Q_SIGNALS:
    /// What a person changed here, and what it was before; `title` says it.
    void edited(const atelier::JobEdit &edit, const atelier::JobEdit &before, const QString &title);
    void jobRequested(const std::string &job);

private:
    void layOut();
    void connectEditing();
    void changeTag(const std::string &key, const std::optional<std::string> &value, const QString &title);
    void showProperties();

    JobDetail m_job;
    WrapLabel *m_description;
    InPlaceEdit *m_descriptionEdit;
    TagRow *m_tags;
    FactList *m_properties;
    JobLink *m_from;
};

} // namespace atelier::ui
